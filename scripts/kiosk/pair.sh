#!/bin/bash
# Asks the server to let this machine's screen act, and shows the code that an organizer types at the console. As root.
set -euo pipefail

folder=${KIOSK_FOLDER:-/etc/giftline-kiosk}
restart=${KIOSK_RESTART:-systemctl restart giftline-kiosk.service giftline-kiosk-watchdog.service}
# shellcheck source=/dev/null
source "$folder/settings"
: "${KIOSK_URL:?the address of the server is missing in $folder/settings}"
umask 077
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

if ! answer=$(curl --silent --show-error --fail --max-time 10 --cookie-jar "$jar" --request POST \
  --header "Accept: application/json" --header "Content-Type: application/json" "$KIOSK_URL/kiosk/pair"); then
  echo "The server at $KIOSK_URL gave no code. Is it up? Too many screens may be waiting: try in a quarter of an hour." >&2
  exit 1
fi
token=$(awk '$6 == "giftline_kiosk" { print $7 }' "$jar")
[[ $answer =~ \"code\":\"([0-9]{3} [0-9]{3})\" && -n $token ]] || { echo "The answer cannot be read." >&2; exit 1; }

echo "Type this at the console, under Screens ($KIOSK_URL/organize/kiosks), within 15 minutes:"
echo
echo "    ${BASH_REMATCH[1]}"
echo
deadline=$((SECONDS + 900))
while ((SECONDS < deadline)); do
  sleep "${KIOSK_RETRY_SECONDS:-3}"
  if echo "header = \"Cookie: giftline_kiosk=$token\"" |
    curl --silent --fail --max-time 5 --config - "$KIOSK_URL/kiosk/pulse" | grep -q '"mayAct":true'; then
    printf '%s' "$token" >"$folder/token"
    $restart
    echo "This screen may act."
    exit 0
  fi
done
echo "Nobody typed the code. Run this again." >&2
exit 1
