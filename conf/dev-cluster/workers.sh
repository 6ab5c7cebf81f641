# shellcheck shell=bash
# Workers with addresses of their own: each node is a network namespace on a bridge that is itself
# in a namespace, so that nothing shows on the machine. Part of bin/dev-cluster.

bridge=gradusbr
network=10.77.0

# Namespaces of ours that are there.
namespaces() {
  ip netns list | awk '{print $1}' | grep -E "^($bridge|gradus[0-9])\$" || true
}

up_with_workers() {
  local workers=$1 disk=$2 node replication=$(($1 < 2 ? $1 : 2))
  [ "$(id -u)" = 0 ] || fail "workers with addresses of their own need root; 'up' alone does not."
  command -v ip >/dev/null || fail "the program 'ip' is missing; install iproute2."
  [ -z "$(namespaces)" ] ||
    fail "network namespaces of another such cluster are there ($(namespaces | xargs)); take it down first, with its GRADUS_CLUSTER_HOME, or remove them with 'ip netns del'."
  write_enter
  ip netns add "$bridge" 2>"$run/logs/netns.log" ||
    fail "this system does not let network namespaces be made: $(cat "$run/logs/netns.log")"
  make_network "$workers"
  write_conf "$run/conf" gradus0 gradus0 "$run/data/0" 1024 1 $replication
  for node in $(seq 1 "$workers"); do
    write_conf "$run/conf-$node" gradus0 "gradus$node" "$run/data/$node" 2048 3 $replication
    if [ "$disk" -gt 0 ]; then make_disk "$(local_disk "$node")" "$disk"; fi
  done
  format
  start_master "$run/conf"
  for node in $(seq 1 "$workers"); do start_worker "$node" "$run/conf-$node"; done
}

make_network() {
  local workers=$1 node
  ip -n $bridge link add $bridge type bridge
  ip -n $bridge link set $bridge up
  echo "127.0.0.1 localhost" >"$run/hosts"
  for node in $(seq 0 "$workers"); do
    echo "$network.1$node gradus$node" >>"$run/hosts"
    ip netns add "gradus$node"
    ip -n "gradus$node" link add eth0 type veth peer name "cable$node" netns $bridge
    ip -n $bridge link set "cable$node" master $bridge
    ip -n $bridge link set "cable$node" up
    ip -n "gradus$node" addr add "$network.1$node/24" dev eth0
    ip -n "gradus$node" link set eth0 up
    ip -n "gradus$node" link set lo up
  done
}

# A program that runs a command on a node, with its host name and its /etc/hosts.
write_enter() {
  cat >"$run/enter" <<ENTER
#!/usr/bin/env bash
node=\$1
shift
exec ip netns exec "\$node" unshare -u bash -c \\
  'mount --bind "$run/hosts" /etc/hosts && hostname "\$0" && exec "\$@"' "\$node" "\$@"
ENTER
  chmod +x "$run/enter"
}

# Where the tasks of a worker keep their files.
local_disk() {
  echo "$run/data/$1/nm-local"
}

# make_disk FOLDER MEGABYTES
make_disk() {
  mkdir -p "$1"
  mount -t tmpfs -o "size=$2m" gradus-disk "$1" || fail "a disk of $2 MB cannot be mounted at $1."
}

has_disk() {
  mountpoint -q "$(local_disk "$1")" || fail "worker $1 has no disk of its own; give it one: 'up --workers N --disk MEGABYTES'."
}

# Nothing more can be written on it, to the last byte.
fill_disk() {
  has_disk "$1"
  ! dd if=/dev/zero "of=$(local_disk "$1")/ballast" bs=64k 2>/dev/null ||
    fail "the disk of worker $1 has not become full."
}

free_disk() {
  has_disk "$1"
  rm -f "$(local_disk "$1")/ballast"
}

workers_down() {
  local namespace signal disk
  for signal in TERM KILL; do
    for namespace in $(namespaces); do
      ip netns pids "$namespace" | xargs -r kill -$signal 2>/dev/null || true
    done
    for _ in $(seq 1 20); do
      [ -n "$(for namespace in $(namespaces); do ip netns pids "$namespace"; done)" ] || break
      sleep 0.25
    done
  done
  for namespace in $(namespaces); do ip netns del "$namespace"; done
  for disk in "$run"/data/*/nm-local; do
    if mountpoint -q "$disk"; then umount "$disk"; fi
  done
}

# on_worker VERB N [WORD]
on_worker() {
  is_up
  local verb=$1 node=${2:-}
  [ -e "$run/enter" ] || fail "'$verb' needs workers with addresses of their own: 'up --workers N'."
  case $node in
    [1-9]) [ "$node" -le "$(worker_count)" ] || node= ;;
    *) node= ;;
  esac
  [ -n "$node" ] || fail "'$verb ${2:-}' names no worker; they are 1 to $(worker_count)."
  case $verb in
    kill-node) ip netns pids "gradus$node" | xargs -r kill -9 ;;
    start-node) find_java && start_worker "$node" "$run/conf-$node" ;;
    cut-node) ip -n $bridge link set "cable$node" down ;;
    heal-node) ip -n $bridge link set "cable$node" up ;;
    fill-disk) fill_disk "$node" ;;
    free-disk) free_disk "$node" ;;
    pids) worker_pids "$node" "${3:-}" ;;
  esac
}

worker_pids() {
  local pid
  for pid in $(ip netns pids "gradus$1"); do
    # A process may have ended meanwhile.
    if { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -F -- "$2" >/dev/null; then echo "$pid"; fi
  done
}
