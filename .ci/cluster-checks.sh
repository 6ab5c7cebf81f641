# shellcheck shell=bash
# What .ci/cluster-test and .ci/fault-test have in common.
#   scratch    folder of the test, with class/ and local/, the work folder of local mode
#   test_name  for messages

say() { echo "$test_name: $*"; }

fail() {
  say "$*" >&2
  exit 1
}

for program in java mvn ps; do
  command -v $program >/dev/null || { echo "the program '$program' is missing; install it." >&2; exit 1; }
done

# A simulated class and what local mode makes of it: OPTIONS of 'generate'
prepare() {
  bin/gradus generate --output "$scratch/class" --dirt 0.02 "$@" >/dev/null
  bin/gradus run --input "$scratch/class" --work "$scratch/local" >"$scratch/local.out"
}

# A cluster that somebody uses is not ours to take down.
refuse_other_cluster() {
  if bin/dev-cluster status >/dev/null 2>&1; then
    fail "a cluster is up in $GRADUS_CLUSTER_HOME; take it down first, or name another folder in GRADUS_CLUSTER_HOME."
  fi
}

# Whether a work folder of the cluster has what local mode wrote, to the byte; it is copied to a folder: WORK FOLDER
check_same() {
  local file
  rm -rf "$2"
  bin/dev-cluster hadoop fs -get "$1" "$2" 2>/dev/null || fail "$1 cannot be copied from the cluster."
  for file in train/model/parameters.jsonl.gz train/model/model.json train/evaluation/overall.json \
    train/evaluation/exercises.jsonl sort/census/census.jsonl report/metrics.json; do
    cmp "$scratch/local/$file" "$2/$file" || fail "$file of $1 is not what local mode wrote."
  done
}
