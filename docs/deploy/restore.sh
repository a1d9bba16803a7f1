#!/usr/bin/env bash
# Bring back the database and the files as they were at one moment, on a machine that has neither.
#
#   restore.sh /srv/backup/20261126T020000Z "2026-11-26 09:14:00+00"
#
#   DATA     an empty folder for PostgreSQL
#   STORAGE  an empty folder for the files; empty where they are kept in buckets
#   ARCHIVE  the folder to which archive.sh wrote
#
# Start PostgreSQL over DATA afterwards. It reads the log up to that moment and opens by itself. Then, before anybody
# is let in: manage.py migrate --check; check_places; check_log; forget_again (who was forgotten since the backup).
set -euo pipefail
: "${DATA:?}" "${STORAGE?}" "${ARCHIVE:?}"
from="$1" until="$2"

for folder in "$DATA" ${STORAGE:+"$STORAGE"}; do
  if [ -n "$(ls -A "$folder")" ]; then echo "$folder is not empty. Nothing was touched." >&2; exit 1; fi
done
(cd "$from" && sha256sum --check --quiet SHA256SUMS)
tar -xzf "$from/base.tar.gz" -C "$DATA"
if [[ -n "$STORAGE" ]]; then tar -xzf "$from/files.tar.gz" -C "$STORAGE"; fi
chmod 700 "$DATA"
cat >> "$DATA/postgresql.auto.conf" <<END
archive_mode = off
restore_command = 'cp "$ARCHIVE/%f" "%p"'
recovery_target_time = '$until'
recovery_target_action = 'promote'
END
touch "$DATA/recovery.signal"
