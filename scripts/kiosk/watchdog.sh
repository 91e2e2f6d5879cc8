#!/bin/bash
# Restarts the browser when the server answers but the screen has been silent. Run by giftline-kiosk-watchdog.service.
# While the server is away the screen says so itself, and nothing is restarted.
set -euo pipefail

: "${KIOSK_URL:?the address of the server, like http://localhost:8080}"
token_file=${CREDENTIALS_DIRECTORY:-/nowhere}/token
every=${KIOSK_ASK_SECONDS:-10}
silent_after=${KIOSK_SILENT_SECONDS:-60}
grace=${KIOSK_GRACE_SECONDS:-90}
restart=${KIOSK_RESTART:-systemctl restart giftline-kiosk.service}
# A screen tells every few seconds that it lives: one that has just come back has the time to.
in_a_row=3

ask() {
  local token=""
  if [[ -r $token_file ]]; then token=$(tr -cd 'A-Za-z0-9_-' <"$token_file"); fi
  # Through a pipe: a command line can be read by everybody on the machine.
  echo "header = \"Cookie: giftline_kiosk=$token\"" |
    curl --silent --fail --max-time 5 --config - "$KIOSK_URL/kiosk/pulse"
}

is_silent() {
  [[ $1 =~ \"silentSeconds\":([0-9]+) ]] || return 0
  ((BASH_REMATCH[1] > silent_after))
}

quiet=0
hold=$((SECONDS + grace))
while sleep "$every"; do
  if ! answer=$(ask); then
    quiet=0
    hold=$((SECONDS + grace))
  elif [[ $answer != *'"mayAct":true'* ]] || ((SECONDS < hold)) || ! is_silent "$answer"; then
    quiet=0
  elif ((++quiet >= in_a_row)); then
    echo "The screen has been silent: the browser is restarted."
    $restart
    quiet=0
    hold=$((SECONDS + grace))
  fi
done
