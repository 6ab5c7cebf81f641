# shellcheck shell=bash
# The daemons of the cluster: jars, start, stop, state. Part of bin/dev-cluster.

run=$base/run
dist=$base/hadoop-$version
lib=$dist/lib
quick="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData"

find_java() {
  if [ -z "${JAVA_HOME:-}" ]; then
    command -v java >/dev/null || fail "no java on the PATH; install a JDK 17 or set JAVA_HOME."
    JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  fi
  [ -x "$JAVA_HOME/bin/java" ] || fail "JAVA_HOME is $JAVA_HOME, but $JAVA_HOME/bin/java is not there."
  export JAVA_HOME
}

# What a distribution's bin/hadoop passes to Java 17.
module_options() {
  local package
  for package in java.io java.lang java.lang.reflect java.math java.net java.text java.util \
    java.util.concurrent java.util.zip sun.security.util sun.security.x509 sun.net.dns sun.net.util; do
    echo "--add-opens=java.base/$package=ALL-UNNAMED"
  done
}

# The command line of a Java process, into the array java_line: CONF HEAP MAIN ARGUMENTS...
java_line_of() {
  local conf=$1 heap=$2 option
  shift 2
  java_line=("$JAVA_HOME/bin/java" "-Xmx$heap" -XX:+UseSerialGC -XX:-UsePerfData)
  while read -r option; do java_line+=("$option"); done < <(module_options)
  java_line+=("-Dhadoop.home.dir=$dist" "-Dhadoop.log.dir=$run/logs" -Djava.net.preferIPv4Stack=true)
  java_line+=(-cp "$base/first/*:$conf:$dist/share:$lib/*" "$@")
}

fetch_jars() {
  [ ! -e "$dist/complete" ] || return 0
  command -v mvn >/dev/null || fail "Maven (mvn) is not on the PATH; it fetches Hadoop's jars."
  echo "dev-cluster: fetching the jars of Hadoop $version (once) ..." >&2
  mkdir -p "$lib"
  mvn -q -B -f "$parts/pom.xml" "-Dhadoop.version=$version" "-DoutputDirectory=$lib" \
    -DincludeScope=runtime dependency:copy-dependencies >"$base/fetch.log" 2>&1 ||
    { tail -n 20 "$base/fetch.log" >&2; fail "Maven could not fetch the jars; see $base/fetch.log"; }
  # Hadoop's web server looks for these folders; the jars on Central do not have them.
  mkdir -p "$dist"/share/webapps/{hdfs,datanode}
  touch "$dist/complete"
}

is_open() {
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# Runs a command on node 0 (the master) or a worker; on this very machine when there are no workers.
on_node() {
  local node=$1
  shift
  if [ -e "$run/enter" ]; then "$run/enter" "gradus$node" "$@"; else "$@"; fi
}

# start_daemon NODE NAME CONF HEAP MAIN
start_daemon() {
  local node=$1 name=$2 java_line
  java_line_of "$3" "$4" "$5"
  if [ -e "$run/enter" ]; then java_line=("$run/enter" "gradus$node" "${java_line[@]}"); fi
  # A session of its own, so that a terminal's Ctrl-C does not end it.
  if command -v setsid >/dev/null; then java_line=(setsid "${java_line[@]}"); fi
  (exec "${java_line[@]}" >>"$run/logs/$name.log" 2>&1 </dev/null) &
  echo $! >"$run/$name.pid"
}

start_master() {
  start_daemon 0 namenode "$1" 256m org.apache.hadoop.hdfs.server.namenode.NameNode
  start_daemon 0 resourcemanager "$1" 300m \
    org.apache.hadoop.yarn.server.resourcemanager.ResourceManager
  start_daemon 0 historyserver "$1" 200m org.apache.hadoop.mapreduce.v2.hs.JobHistoryServer
}

# start_worker NODE CONF
start_worker() {
  start_daemon "$1" "datanode-$1" "$2" 200m org.apache.hadoop.hdfs.server.datanode.DataNode
  start_daemon "$1" "nodemanager-$1" "$2" 300m \
    org.apache.hadoop.yarn.server.nodemanager.NodeManager
}

# Whether the process of a pid file lives and is ours.
lives() {
  [ -e "$1" ] && ps -p "$(cat "$1")" -o command= 2>/dev/null | grep -F "$base" >/dev/null
}

cluster_up() {
  local workers=0 disk=0 asked="up $*"
  while [ $# -gt 0 ]; do
    case "$1 ${2:-}" in
      '--workers '[1-9]) workers=$2 ;;
      '--disk '[1-9] | '--disk '[1-9]*[0-9]) disk=$2 ;;
      *) fail "'$asked' cannot be understood; it is 'up' or 'up --workers N [--disk MEGABYTES]' with N from 1 to 9." ;;
    esac
    shift 2
  done
  [ "$disk" = 0 ] || [ "$workers" -gt 0 ] || fail "'$asked': a disk of their own is for workers; add --workers N."
  find_java
  if lives "$run/namenode.pid"; then already_up "$workers $disk"; return; fi
  fetch_jars
  clear_away
  mkdir -p "$run/logs" "$base/first"
  echo "$version" >"$run/version"
  echo "$workers $disk" >"$run/shape"
  if [ "$workers" -eq 0 ]; then up_on_localhost; else up_with_workers "$workers" "$disk"; fi
  wait_for_nodes
}

# The same once more is no mistake: already_up SHAPE
already_up() {
  if [ "$(cat "$run/version")" != "$version" ] || [ "$(cat "$run/shape")" != "$1" ]; then
    fail "another cluster (Hadoop $(cat "$run/version"), $(worker_count) worker(s)) is up in $base; take it down first."
  fi
  wait_for_nodes
}

worker_count() {
  local workers _
  read -r workers _ <"$run/shape"
  echo "$((workers == 0 ? 1 : workers))"
}

# What a cluster that was not taken down has left, after a power cut for example.
clear_away() {
  cluster_down >/dev/null
  rm -rf "$run"
}

up_on_localhost() {
  local port
  for port in 9000 9864 9866 9867 9870 8030 8031 8032 8033 8040 8042 8048 8088 10020 13562 19888 45454; do
    ! is_open localhost $port ||
      fail "port $port of this machine is taken; another Hadoop runs here and must be ended first."
  done
  write_conf "$run/conf" localhost localhost "$run/data" 4096 4 1
  format
  start_master "$run/conf"
  start_worker 1 "$run/conf"
}

format() {
  local java_line
  java_line_of "$run/conf" 256m org.apache.hadoop.hdfs.server.namenode.NameNode \
    -format -force -nonInteractive
  on_node 0 "${java_line[@]}" >"$run/logs/format.log" 2>&1 ||
    { tail "$run/logs/format.log" >&2; fail "the NameNode cannot be formatted; see $run/logs/format.log"; }
}

# What a daemon of the master says over HTTP: PORT PATH
ask() {
  # shellcheck disable=SC2016
  on_node 0 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n" "$2" "$0" >&3 && cat <&3' \
    "$(master_host)" "$1" "$2" 2>/dev/null || true
}

master_host() {
  if [ -e "$run/enter" ]; then echo gradus0; else echo localhost; fi
}

live_datanodes() {
  ask 9870 '/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState' |
    sed -n 's/.*"NumLiveDataNodes" : \([0-9]*\).*/\1/p'
}

live_nodemanagers() {
  ask 8088 '/ws/v1/cluster/nodes?states=RUNNING' | awk '{n += gsub(/"state":"RUNNING"/, "")} END {print n + 0}'
}

# Until every worker is known to the master and works.
wait_for_nodes() {
  local datanodes=0 nodemanagers=0 pid workers
  workers=$(worker_count)
  for _ in $(seq 1 240); do
    datanodes=$(live_datanodes)
    nodemanagers=$(live_nodemanagers)
    if [ "${datanodes:-0}" = "$workers" ] && [ "$nodemanagers" = "$workers" ] &&
      on_node 0 bash -c "exec 3<>/dev/tcp/$(master_host)/10020" 2>/dev/null; then
      echo "dev-cluster: Hadoop $version is up: hdfs://$(master_host):9000, $workers worker(s), logs in $run/logs"
      return
    fi
    for pid in "$run"/*.pid; do
      lives "$pid" || fail "$(basename "$pid" .pid) has ended; see $run/logs/$(basename "$pid" .pid).log"
    done
    sleep 0.5
  done
  fail "after 120 s there are ${datanodes:-0} DataNodes and $nodemanagers NodeManagers of $workers; see $run/logs"
}

cluster_down() {
  if [ ! -e "$run/shape" ] && ! has_daemons; then echo "dev-cluster: no cluster is up in $base"; return; fi
  if [ -e "$run/enter" ]; then workers_down; else localhost_down; fi
  rm -rf "$run/data"
  rm -f "$run"/*.pid "$run/version" "$run/shape" "$run/enter"
}

localhost_down() {
  local pid wait
  # NodeManagers first: they end their containers.
  for pid in "$run"/nodemanager-*.pid "$run"/*.pid; do
    if lives "$pid"; then kill "$(cat "$pid")" 2>/dev/null || true; fi
  done
  for pid in "$run"/*.pid; do
    for wait in $(seq 1 40); do
      lives "$pid" || break
      [ "$wait" -lt 40 ] || kill -9 "$(cat "$pid")" 2>/dev/null || true
      sleep 0.25
    done
  done
}

has_daemons() {
  compgen -G "$run/*.pid" >/dev/null
}

is_up() {
  has_daemons || fail "no cluster is up in $base; 'bin/dev-cluster up' starts one."
}

cluster_status() {
  is_up
  local pid nodes
  nodes=$(ask 8088 /ws/v1/cluster/nodes | tr '{' '\n')
  echo "Hadoop $version: hdfs://$(master_host):9000, logs in $run/logs"
  echo "pages: http://$(master_host):9870 HDFS, :8088 YARN, :19888 ended jobs"
  for pid in "$run"/*.pid; do
    printf '  %-18s %s\n' "$(basename "$pid" .pid)" \
      "$(lives "$pid" && echo "process $(cat "$pid")" || echo ended)$(node_state "$(basename "$pid" .pid)" "$nodes")"
  done
  echo "live of $(worker_count): $(live_datanodes) DataNodes, $(live_nodemanagers) NodeManagers"
}

# What the ResourceManager thinks of a NodeManager: node_state DAEMON NODES
node_state() {
  local host=localhost
  case $1 in nodemanager-*) ;; *) return 0 ;; esac
  if [ -e "$run/enter" ]; then host=gradus${1#nodemanager-}; fi
  grep "\"nodeHostName\":\"$host\"" <<<"$2" |
    sed 's/.*"state":"\([A-Z]*\)".*"numContainers":\([0-9]*\).*/, \1, \2 container(s)/' || true
}

hadoop() {
  is_up
  find_java
  local program=${1:-} heap=256m java_line
  [ $# -gt 0 ] || fail "'hadoop' needs more: jar, fs, dfsadmin, fsck, node, application, job or a class."
  shift
  case $program in
    jar) program=org.apache.hadoop.util.RunJar heap=512m ;;
    fs) program=org.apache.hadoop.fs.FsShell ;;
    dfsadmin) program=org.apache.hadoop.hdfs.tools.DFSAdmin ;;
    fsck) program=org.apache.hadoop.hdfs.tools.DFSck ;;
    node) program=org.apache.hadoop.yarn.client.cli.NodeCLI ;;
    application) program=org.apache.hadoop.yarn.client.cli.ApplicationCLI && set -- application "$@" ;;
    job) program=org.apache.hadoop.mapred.JobClient ;;
  esac
  java_line_of "$run/conf" "$heap" "$program" "$@"
  # HADOOP_CLIENT_OPTS is split into words on purpose.
  # shellcheck disable=SC2206
  java_line=("${java_line[0]}" ${HADOOP_CLIENT_OPTS:-} "${java_line[@]:1}")
  on_node 0 "${java_line[@]}"
}
