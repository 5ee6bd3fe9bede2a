#!/bin/sh
# Makes rpmdb.sqlite.br, the list of packages of a system like RHEL 9, with RPM's own tools (Debian's package `rpm`).
# Enough packages that names and packages stand on pages below pages, and one (bash) of whose header only the beginning
# stands beside its row, without the version.
#
#     sh test/support/rpm/make.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

package() { # name version release epoch
  printf '%%package -n %s\nSummary: %s\nVersion: %s\nRelease: %s\n%s\n%%description -n %s\n%s\n%%files -n %s\n' \
    "$1" "$1" "$2" "$3" "${4:+Epoch: $4}" "$1" "${5:-A package.}" "$1"
}
{
  printf 'Name: tree\nVersion: 1\nRelease: 1\nSummary: All\nLicense: MIT\nBuildArch: noarch\n%%description\nAll.\n'
  package WALinuxAgent 2.7.0.6 9.el9_4
  package openssl-libs 3.0.7 27.el9 1
  package python3 3.9.18 3.el9_4.1
  package bash 5.1.8 9.el9 '' "$(seq 1 2450 | tr '\n' ' ')"
  package sudo 1.9.5p2 10.el9_3
  for number in $(seq 1 250); do package "sample-of-a-long-name-$number" "$number" 1.el9; done
} >"$work/tree.spec"
rpmbuild -bb --quiet --define "_topdir $work" --define 'debug_package %{nil}' "$work/tree.spec"
rpmdb --initdb --root "$work/root" --define '_dbpath /var/lib/rpm'
find "$work/RPMS" -name '*.rpm' | sort >"$work/list"
xargs rpm -i --justdb --nodeps --root "$work/root" --define '_dbpath /var/lib/rpm' <"$work/list"
node -e 'const { brotliCompressSync } = require("node:zlib"), fs = require("node:fs");
fs.writeFileSync(process.argv[2], brotliCompressSync(fs.readFileSync(process.argv[1])));' \
  "$work/root/var/lib/rpm/rpmdb.sqlite" "$here/rpmdb.sqlite.br"
