#!/usr/bin/env bash
# Take a whole copy of the database and the files. Every night; between two nights PostgreSQL hands over each piece of
# its log by itself (archive.sh), so that no more than five minutes are ever lost.
#
#   DATABASE  address of the database, as a role that may replicate: postgres://backup@/?host=/run/postgresql
#   STORAGE   the folder of STORAGE_URL, with media/ and private/ in it. Buckets keep versions of their own instead:
#             leave it empty then
#   BACKUP    where copies go: an encrypted volume on another machine
set -euo pipefail
umask 077
: "${DATABASE:?}" "${STORAGE?}" "${BACKUP:?}"

into="$BACKUP/$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$into"
pg_basebackup --dbname "$DATABASE" --pgdata "$into" --format tar --gzip --wal-method fetch --checkpoint fast
if [[ -n "$STORAGE" ]]; then tar -czf "$into/files.tar.gz" -C "$STORAGE" .; fi
(cd "$into" && sha256sum -- * > SHA256SUMS)
echo "$into"
