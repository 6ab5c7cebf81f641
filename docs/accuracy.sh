#!/usr/bin/env bash
# Prints the rows of ACCURACY.md: docs/accuracy.sh DATA WORK [ROW...]
# DATA holds assist2009/, algebra05_test/ and cogtutor_ct/; WORK is a folder for the runs; without ROWs, all. GRADUS is another program to run.
set -euo pipefail
[ $# -ge 2 ] || { sed -n 2,3p "$0"; exit 2; }
data=$1 work=$2
shift 2
gradus=${GRADUS:-$(dirname "$0")/../bin/gradus}

row() { # row NAME FILE OPTION...
  local name=$1 file=$2
  shift 2
  [ -z "$wanted" ] || [[ " $wanted " == *" $name "* ]] || return 0
  names+=("$name")
  options+=("$*")
  printf "run --input '%s' --work '%s' %s\n" "$data/$file" "$work/$name" "$*" >> "$work/batch.txt"
}

metric() { # the first of this name is the model's, the baselines' follow
  LC_ALL=C printf '%.4f' "$(sed -n "s/^ *\"$2\": *\([^,]*\),*$/\1/p" "$work/$1/report/metrics.json" | head -1)"
}

wanted="$*" names=() options=()
mkdir -p "$work"
: > "$work/batch.txt"
assist=assist2009/assist2009.csv.gz pykt=assist2009/assist2009_pykt_folds.csv.gz
akt=assist2009/assist2009_akt_folds.csv.gz dkvmn=assist2009/assist2009_dkvmn.csv.gz
algebra=algebra05_test/algebra05_test.csv.gz cogtutor=cogtutor_ct/cogtutor_ct.csv.gz
split=(--fold-column split --test-fold test)
# The longest first, so that the processors are busy to the end.
row akt-folds "$akt" --fold-column fold --folds 1,2,3,4,5 --figures-only
row pykt-folds "$pykt" --fold-column fold --ignored-fold test --folds 0,1,2,3,4 --figures-only
row algebra "$algebra" --time-format epoch-ms --folds 5 --figures-only
row algebra-no-clock "$algebra" --time-format epoch-ms --folds 5 --figures-only --features gradus,-time
row assist-state "$assist" "${split[@]}" --features gradus,state
row assist-split "$assist" "${split[@]}"
row pykt-test "$pykt" --fold-column fold --test-fold test
row dkvmn "$dkvmn" "${split[@]}"
row cogtutor "$cogtutor" --folds 5 --figures-only
for set in khan pfa r-pfa best-lr das3h; do
  row "assist-$set" "$assist" "${split[@]}" --features "$set"
done

"$gradus" batch --input "$work/batch.txt" --logs "$work/logs"
for i in "${!names[@]}"; do
  name=${names[i]}
  # shellcheck disable=SC2016 # the grave accents are Markdown
  printf '| %s | `%s` | %s | %s | %s | %s |\n' "$name" "${options[i]}" \
    "$(metric "$name" auc)" "$(metric "$name" log_loss)" "$(metric "$name" rmse)" "$(metric "$name" calibration_error)"
done
