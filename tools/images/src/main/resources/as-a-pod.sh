# Runs a program out of the files of an image as a pod of the charts does: user 10001 without capabilities, nothing to write to but /tmp,
# and 512 MB. To be started as root by unshare --mount; takes the folder of the image, a name for the control group, and the program.
set -eu
root=$1 name=$2
shift 2

mkdir -p "$root/proc" "$root/dev" "$root/sys/fs/cgroup"
mount --bind "$root" "$root"
mount -t tmpfs -o mode=1777,nosuid,nodev,size=64m tmpfs "$root/tmp"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys/fs/cgroup "$root/sys/fs/cgroup"
mount -o remount,bind,ro "$root"

if [ -d /sys/fs/cgroup/memory ]; then
  group=/sys/fs/cgroup/memory/$name limit=memory.limit_in_bytes
else
  echo +memory > /sys/fs/cgroup/cgroup.subtree_control
  group=/sys/fs/cgroup/$name limit=memory.max
fi
mkdir -p "$group"
echo 536870912 > "$group/$limit"
echo $$ > "$group/cgroup.procs"

exec setpriv --no-new-privs --inh-caps=-all --bounding-set=-all,+sys_chroot,+setuid,+setgid \
  chroot --userspec=10001:10001 --groups= "$root" "$@"
