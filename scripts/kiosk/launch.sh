#!/bin/bash
# Opens the kiosk's page in Chromium, once the server answers. Run by giftline-kiosk.service; more flags may follow.
# The device token comes as a systemd credential and goes to the server from a page that this user alone can read: it
# stands in no address and in no command line.
set -euo pipefail

: "${KIOSK_URL:?the address of the server, like http://localhost:8080}"
here=$(dirname "$(readlink -f "$0")")
run=${RUNTIME_DIRECTORY:?a folder of this service alone}
token_file=${CREDENTIALS_DIRECTORY:-/nowhere}/token

start_address() {
  local token=""
  if [[ -r $token_file ]]; then token=$(tr -cd 'A-Za-z0-9_-' <"$token_file"); fi
  if [[ -z $token ]]; then
    echo "$KIOSK_URL/kiosk"
    return
  fi
  (
    umask 077
    cat >"$run/start.html" <<PAGE
<!doctype html><meta charset="utf-8"><title>Giftline</title>
<form method="post" action="$KIOSK_URL/kiosk/pair/enter"><input type="hidden" name="token" value="$token"></form>
<script>document.forms[0].submit()</script>
PAGE
  )
  echo "file://$run/start.html"
}

# A page at an address without TLS has no camera and works through no power cut, but on this machine itself.
origin_flags() {
  if [[ $KIOSK_URL == http://* && ! $KIOSK_URL =~ ^http://(localhost|127\.[0-9.]+)(:|$) ]]; then
    echo "--unsafely-treat-insecure-origin-as-secure=$KIOSK_URL"
  fi
}

until curl --silent --fail --output /dev/null --max-time 3 "$KIOSK_URL/readyz"; do sleep "${KIOSK_RETRY_SECONDS:-2}"; done

mapfile -t flags < <(cat "$here/flags" && origin_flags)
browser=$(command -v chromium || command -v chromium-browser)
address=$(start_address)
exec "$browser" "${flags[@]}" "--user-data-dir=$run/profile" "$@" "$address"
