#!/bin/sh
# Runs a command in a fresh clone of this repository on a bare Debian 12: nothing but a shell, git and apt.
# It answers "does `./dev run` work for somebody who has just cloned this?". Run by hand; not part of the tests.
#
#   sudo tests/dev/bare-debian.sh FOLDER [COMMAND [ARGUMENT…]]      COMMAND: ./dev run unless given
#
#   FOLDER/base    the bare system, made once by debootstrap, then never touched
#   FOLDER/root    where the command ran: a copy of base, new in each call; KEEP=1 goes on with the last one
#                  (its packages, and its build if the commit is the same)
#
# BRING=FOLDER copies what is in it to /home/brought inside.
# It clones the last commit: what is not committed is not there. apt sources, apt settings and CA certificates are
# those of this machine, and so are http_proxy and its like; MIRROR=URL chooses the mirror for debootstrap.
# Needs root, debootstrap and about 2 GB. Ends with the command's own exit code.
set -eu

say() { printf 'bare-debian: %s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 3
}

case "${1:-}" in
'' | -h | --help)
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p;}' "$0"
    exit 0
    ;;
esac
folder=$1
shift
[ $# -gt 0 ] || set -- ./dev run
[ "$(id -u)" -eq 0 ] || fail "needs root, for chroot and debootstrap: try sudo"
command -v debootstrap >/dev/null || fail "needs debootstrap: apt-get install debootstrap"

# In a mount namespace of its own: what is mounted below is seen by nobody else and is gone with the last process, even
# if this one is killed. Mounted for all, an `rm -rf FOLDER` after such an end would delete this machine's /dev.
if [ -z "${BARE_DEBIAN_MOUNTS:-}" ]; then
    BARE_DEBIAN_MOUNTS=own exec unshare --mount --propagation private "$0" "$folder" "$@"
fi

repository=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
base=$folder/base
root=$folder/root

# The mirror that apt on this machine uses for the main archive.
mirror() {
    # shellcheck disable=SC2016  # apt's own variables
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 'Component: main' 2>/dev/null |
        sed -n 1p
}

# What makes apt and git reach their servers here: sources, settings, keys and certificates. No passwords.
copy_network_settings() {
    for path in apt/sources.list apt/sources.list.d apt/apt.conf apt/apt.conf.d apt/keyrings apt/trusted.gpg \
        apt/trusted.gpg.d ssl/certs; do
        rm -rf "${1:?}/etc/$path"
        if [ -e "/etc/$path" ]; then
            cp -aL "/etc/$path" "$1/etc/$path"
        fi
    done
    for path in /usr/share/keyrings /usr/local/share/ca-certificates; do
        if [ -d "$path" ]; then
            mkdir -p "$1$path"
            cp -a "$path/." "$1$path/"
        fi
    done
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
}

make_base() {
    url=${MIRROR:-$(mirror)}
    [ -n "$url" ] || fail "no mirror found in apt's settings; give one as MIRROR=URL"
    say "making a bare Debian 12 in $base (a few minutes, once)"
    rm -rf "$base.part"
    debootstrap --variant=minbase --include=ca-certificates,git bookworm "$base.part" "$url" >"$folder/debootstrap.log" ||
        fail "debootstrap failed; see $folder/debootstrap.log"
    copy_network_settings "$base.part"
    rm -rf "$base.part"/var/lib/apt/lists/* "$base.part"/var/cache/apt/archives/*.deb
    mv "$base.part" "$base"
}

make_root() {
    if [ "${KEEP:-0}" != 1 ] || [ ! -d "$root" ]; then
        rm -rf --one-file-system "$root"
        cp -a --reflink=auto "$base" "$root"
    fi
    commit=$(git -C "$repository" rev-parse HEAD)
    if [ "$(git -C "$root/home/aforo" rev-parse HEAD 2>/dev/null)" != "$commit" ]; then
        rm -rf "$root/home/aforo"
        git clone --quiet --no-hardlinks "$repository" "$root/home/aforo" || fail "cannot clone $repository"
        git -C "$root/home/aforo" checkout --quiet --detach "$commit"
    fi
    if [ -n "${BRING:-}" ]; then
        rm -rf "$root/home/brought"
        cp -a "$BRING" "$root/home/brought"
    fi
    # Inside, everything belongs to the same root user, so git trusts it.
    chown -R 0:0 "$root/home/aforo"
}

[ -d "$base" ] || make_base
make_root
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"

# The environment of a new login, plus what reaches the network.
set -- env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    ${TERM:+"TERM=$TERM"} ${JOBS:+"JOBS=$JOBS"} \
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
    ${no_proxy:+"no_proxy=$no_proxy"} ${HTTP_PROXY:+"HTTP_PROXY=$HTTP_PROXY"} \
    ${HTTPS_PROXY:+"HTTPS_PROXY=$HTTPS_PROXY"} ${NO_PROXY:+"NO_PROXY=$NO_PROXY"} \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    sh -c 'cd /home/aforo && exec "$@"' sh "$@"
say "commit $(git -C "$root/home/aforo" rev-parse --short HEAD) in $root/home/aforo"
code=0
chroot "$root" "$@" </dev/null || code=$?
say "ended with exit code $code"
exit $code
