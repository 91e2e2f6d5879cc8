#!/bin/bash
# Makes a Debian or Raspberry Pi OS machine a Giftline touchscreen. As root:
#   scripts/kiosk/setup.sh http://localhost:8080      where the server is: this machine, or http://192.168.1.10:8080
# Safe to run again, with another address too. KIOSK_ROOT=FOLDER only puts the files there and touches no system.
set -euo pipefail

url=${1:-}
root=${KIOSK_ROOT:-}
here=$(dirname "$(readlink -f "$0")")
user=giftline-kiosk
program=$root/usr/local/lib/giftline-kiosk
settings=$root/etc/giftline-kiosk

if [[ ! $url =~ ^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$ ]]; then
  echo "Usage: $0 http://HOST:PORT   (the server's address, nothing after it)" >&2
  exit 1
fi
if [[ -z $root && $EUID -ne 0 ]]; then
  echo "Run this as root: sudo $0 $url" >&2
  exit 1
fi

install_packages() {
  local browser=chromium
  apt-get update
  apt-cache show chromium >/dev/null 2>&1 || browser=chromium-browser
  apt-get install --yes --no-install-recommends cage curl dbus "$browser" cups \
    fonts-liberation fonts-dejavu-core libpam-systemd speech-dispatcher espeak-ng
}

make_user() {
  id "$user" >/dev/null 2>&1 || useradd --system --create-home --shell /usr/sbin/nologin "$user"
  usermod --append --groups video,audio,input,render,lp "$user"
}

put_programs() {
  install -d -m 0755 "$program"
  install -m 0755 "$here/launch.sh" "$here/watchdog.sh" "$here/pair.sh" "$program/"
  install -m 0644 "$here/flags" "$program/"
}

# The token is root's: the services get it as a credential.
put_settings() {
  install -d -m 0700 "$settings"
  printf 'KIOSK_URL=%s\n' "$url" >"$settings/settings"
  [[ -e $settings/token ]] || install -m 0600 /dev/null "$settings/token"
}

put_policies() {
  local folder
  for folder in chromium chromium-browser; do
    install -d -m 0755 "$root/etc/$folder/policies/managed"
    sed "s|@ORIGIN@|$url|g" "$here/policies.json" >"$root/etc/$folder/policies/managed/giftline-kiosk.json"
  done
}

put_units() {
  install -d -m 0755 "$root/etc/systemd/system" "$root/etc/pam.d" "$root/etc/modprobe.d" \
    "$root/etc/systemd/system.conf.d"
  install -m 0644 "$here"/units/*.service "$here"/units/*.timer "$root/etc/systemd/system/"
  install -m 0644 "$here/units/giftline-kiosk.pam" "$root/etc/pam.d/giftline-kiosk"
  # Nobody plugs in a stick; and the machine's own watchdog restarts it when it hangs.
  echo "install usb-storage /bin/false" >"$root/etc/modprobe.d/giftline-kiosk.conf"
  printf '[Manager]\nRuntimeWatchdogSec=15s\n' >"$root/etc/systemd/system.conf.d/giftline-kiosk.conf"
}

start_units() {
  systemctl daemon-reload
  systemctl set-default graphical.target
  systemctl enable giftline-kiosk.service giftline-kiosk-watchdog.service giftline-kiosk-restart.timer
  systemctl restart giftline-kiosk.service giftline-kiosk-watchdog.service giftline-kiosk-restart.timer
}

if [[ -z $root ]]; then
  install_packages
  make_user
fi
put_programs
put_settings
put_policies
put_units
if [[ -z $root ]]; then start_units; fi

if [[ $url =~ ^http://(localhost|127\.) ]]; then
  echo "Done. The screen of this machine may act at once."
else
  echo "Done. The screen may be looked at. To let it act: $program/pair.sh"
fi
