#!/bin/sh
# Makes the namespace and the attributes that operators filter publications by. Safe to repeat.
# Environment: TEMPORAL_ADDRESS TEMPORAL_NAMESPACE, and what else the Temporal CLI needs to get in.
set -eu

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  # How long a finished publication's history can be read; the catalogue keeps its log for ever.
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
fi

for attribute in PublisherId OfferId OfferType PublicationStatus; do
  # A new namespace takes some seconds to be known everywhere.
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    if temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" | grep -qw "$attribute"; then
      continue 2
    fi
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$attribute" --type Keyword || sleep 2
  done
  echo "The search attribute $attribute could not be made." >&2
  exit 1
done
