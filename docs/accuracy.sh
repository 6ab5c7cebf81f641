#!/usr/bin/env bash
# Prints the rows of ACCURACY.md: docs/accuracy.sh DATA WORK [ROW...]
# DATA holds assist2009/, algebra05_test/ and cogtutor_ct/; WORK is a folder for the runs; without ROWs, all. GRADUS is another program to run.
set -euo pipefail
[ $# -ge 2 ] || { sed -n 2,3p "$0"; exit 2; }
data=$1 work=$2
shift 2
gradus=${GRADUS:-$(dirname "$0")/../bin/gradus}

metric() { # the first of this name is the model's, the baselines' follow
  LC_ALL=C printf '%.4f' "$(sed -n "s/^ *\"$1\": *\([^,]*\),*$/\1/p" "$work/$name/report/metrics.json" | head -1)"
}

row() { # row NAME FILE OPTION...
  local name=$1 file=$2
  shift 2
  [ -z "$wanted" ] || [[ " $wanted " == *" $name "* ]] || return 0
  "$gradus" run --input "$data/$file" --work "$work/$name" "$@" > "$work/$name.log" 2>&1 || { tail -3 "$work/$name.log"; return 1; }
  # shellcheck disable=SC2016 # the grave accents are Markdown
  printf '| %s | `%s` | %s | %s | %s | %s |\n' "$name" "$*" "$(metric auc)" "$(metric log_loss)" "$(metric rmse)" "$(metric calibration_error)"
}

wanted="$*"
mkdir -p "$work"
assist=assist2009/assist2009.csv.gz pykt=assist2009/assist2009_pykt_folds.csv.gz
akt=assist2009/assist2009_akt_folds.csv.gz dkvmn=assist2009/assist2009_dkvmn.csv.gz
algebra=algebra05_test/algebra05_test.csv.gz cogtutor=cogtutor_ct/cogtutor_ct.csv.gz
split=(--fold-column split --test-fold test)
row assist-split "$assist" "${split[@]}"
row assist-state "$assist" "${split[@]}" --features gradus,state
for set in khan pfa r-pfa best-lr das3h; do
  row "assist-$set" "$assist" "${split[@]}" --features "$set"
done
row pykt-test "$pykt" --fold-column fold --test-fold test
row pykt-folds "$pykt" --fold-column fold --ignored-fold test --folds 0,1,2,3,4
row dkvmn "$dkvmn" "${split[@]}"
row akt-folds "$akt" --fold-column fold --folds 1,2,3,4,5
row algebra "$algebra" --time-format epoch-ms --folds 5
row algebra-time "$algebra" --time-format epoch-ms --folds 5 --features gradus,time,windows
row cogtutor "$cogtutor" --folds 5
