#!/bin/sh
# Brings Temporal's two databases to the schema of this admin-tools release. Safe to repeat; run it before a newer server.
# Environment: SQL_HOST SQL_PORT SQL_USER SQL_PASSWORD.
set -eu

for part in temporal:temporal temporal_visibility:visibility; do
  database=${part%%:*}
  schema=${part##*:}
  # The password is read from the environment, so that no process list shows it.
  temporal-sql-tool --plugin postgres12 --db "$database" setup-schema --version 0.0
  temporal-sql-tool --plugin postgres12 --db "$database" update-schema --schema-name "postgresql/v12/$schema"
done
