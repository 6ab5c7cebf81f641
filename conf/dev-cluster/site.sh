# shellcheck shell=bash
# The site files of a small cluster: short time-outs, small containers, no security.
# Part of bin/dev-cluster.

property() {
  printf '<property><name>%s</name><value>%s</value></property>\n' "$1" "$2"
}

site_file() {
  { echo '<?xml version="1.0"?><configuration>'; cat; echo '</configuration>'; } >"$1"
}

# write_conf FOLDER MASTER HOST DATA MEMORY_MB CORES REPLICATION
write_conf() {
  local folder=$1 master=$2 host=$3 data=$4 memory=$5 cores=$6 replication=$7
  mkdir -p "$folder" "$data"
  core_site | site_file "$folder/core-site.xml"
  hdfs_site | site_file "$folder/hdfs-site.xml"
  yarn_site | site_file "$folder/yarn-site.xml"
  mapred_site | site_file "$folder/mapred-site.xml"
  scheduler_site | site_file "$folder/capacity-scheduler.xml"
  cp "$parts/log4j.properties" "$folder/"
}

core_site() {
  property fs.defaultFS "hdfs://$master:9000"
  property hadoop.tmp.dir "$data/tmp"
  property hadoop.http.staticuser.user "$(id -un)"
  property ipc.client.connect.max.retries 3
  property ipc.client.connect.timeout 3000
  property ipc.client.connect.max.retries.on.timeouts 2
}

hdfs_site() {
  property dfs.replication "$replication"
  property dfs.namenode.name.dir "file://$data/nn"
  property dfs.datanode.data.dir "file://$data/dn"
  property dfs.namenode.rpc-address "$master:9000"
  property dfs.namenode.http-address "$master:9870"
  property dfs.datanode.address "$host:9866"
  property dfs.datanode.http.address "$host:9864"
  property dfs.datanode.ipc.address "$host:9867"
  property dfs.datanode.hostname "$host"
  property dfs.namenode.datanode.registration.ip-hostname-check false
  property dfs.permissions.enabled false
  property dfs.namenode.safemode.extension 0
  property dfs.namenode.safemode.min.datanodes 1
  # A silent DataNode is dead after 2 * 5 s + 10 * 1 s.
  property dfs.heartbeat.interval 1
  property dfs.namenode.heartbeat.recheck-interval 5000
  property dfs.client.block.write.replace-datanode-on-failure.policy NEVER
  property dfs.client.socket-timeout 10000
  # A block that no DataNode has is asked for again after 0.5 s and not after 3 s.
  property dfs.client.retry.window.base 500
  property dfs.datanode.socket.write.timeout 20000
}

yarn_site() {
  property yarn.resourcemanager.hostname "$master"
  property yarn.resourcemanager.bind-host "$master"
  property yarn.nodemanager.hostname "$host"
  property yarn.nodemanager.address "$host:45454"
  property yarn.nodemanager.localizer.address "$host:8040"
  property yarn.nodemanager.collector-service.address "$host:8048"
  property yarn.nodemanager.webapp.address "$host:8042"
  property yarn.nodemanager.aux-services mapreduce_shuffle
  property yarn.nodemanager.resource.memory-mb "$memory"
  property yarn.nodemanager.resource.cpu-vcores "$cores"
  property yarn.scheduler.minimum-allocation-mb 128
  property yarn.nodemanager.vmem-check-enabled false
  property yarn.nodemanager.pmem-check-enabled false
  property yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage 99.5
  property yarn.nodemanager.disk-health-checker.interval-ms 5000
  property yarn.nodemanager.local-dirs "$data/nm-local"
  property yarn.nodemanager.log-dirs "$data/nm-logs"
  # Logs of containers stay for a look until the cluster is taken down.
  property yarn.nodemanager.log.retain-seconds 86400
  property yarn.log-aggregation-enable false
  property yarn.nodemanager.heartbeat.interval-ms 200
  property yarn.resourcemanager.nodemanagers.heartbeat-interval-ms 200
  property yarn.nm.liveness-monitor.expiry-interval-ms 20000
  property yarn.am.liveness-monitor.expiry-interval-ms 120000
  property yarn.resourcemanager.am.max-attempts 3
  property yarn.cluster.max-application-priority 10
  # An application master gives up on a dead NodeManager after 5 s and not after 180 s.
  property yarn.client.nodemanager-connect.max-wait-ms 5000
  property yarn.client.nodemanager-connect.retry-interval-ms 1000
  property yarn.application.classpath "$base/first/*,$folder,$lib/*"
}

mapred_site() {
  property mapreduce.framework.name yarn
  property yarn.app.mapreduce.am.staging-dir /user
  property mapreduce.application.classpath "$base/first/*,$lib/*"
  property mapreduce.jobhistory.address "$master:10020"
  property mapreduce.jobhistory.webapp.address "$master:19888"
  property mapreduce.jobhistory.bind-host "$master"
  property yarn.app.mapreduce.am.resource.mb 512
  # Hadoop 3.3 does not open the package for Java 17 by itself.
  property yarn.app.mapreduce.am.command-opts "-Xmx300m $quick --add-opens=java.base/java.lang=ALL-UNNAMED"
  property mapreduce.map.memory.mb 512
  property mapreduce.reduce.memory.mb 512
  property mapreduce.map.java.opts "-Xmx350m $quick"
  property mapreduce.reduce.java.opts "-Xmx350m $quick"
  property mapreduce.task.io.sort.mb 64
  property mapreduce.job.reduce.slowstart.completedmaps 0.9
  property mapreduce.reduce.shuffle.connect.timeout 5000
  property mapreduce.reduce.shuffle.read.timeout 10000
  property yarn.app.mapreduce.am.scheduler.heartbeat.interval-ms 200
  property mapreduce.client.completion.pollinterval 200
  property mapreduce.client.progressmonitor.pollinterval 200
}

scheduler_site() {
  # A second queue, for a step that is to be kept apart; either may use what the other one leaves.
  property yarn.scheduler.capacity.root.queues default,side
  property yarn.scheduler.capacity.root.default.capacity 80
  property yarn.scheduler.capacity.root.default.user-limit-factor 10
  property yarn.scheduler.capacity.root.side.capacity 20
  property yarn.scheduler.capacity.root.side.user-limit-factor 10
  property yarn.scheduler.capacity.maximum-am-resource-percent 0.6
  property yarn.scheduler.capacity.resource-calculator \
    org.apache.hadoop.yarn.util.resource.DefaultResourceCalculator
}
