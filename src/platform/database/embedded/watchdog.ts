import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { ControlFolder } from './control-folder.js';
import { plainEnvironment } from './processes.js';
import type { UserId } from './users.js';

/**
 * Waits at the end of a pipe from node. When node is gone, however it went, the script takes back node's
 * registration and stops the server if it was the last: the same steps under the same lock as `stop()`.
 * POSIX sh, because it must outlive node and cost nothing. Arguments: control folder, user id.
 */
const SCRIPT = String.raw`
trap '' HUP INT TERM
while read -r _; do :; done
cd "$1" 2>/dev/null || exit 0
[ -e "users/$2" ] || exit 0

start_of() {
  if [ -r /proc/self/stat ]; then
    { read -r stat < "/proc/$1/stat"; } 2>/dev/null || return 0
    set -- \${stat##*) }
    case $1 in Z|X) ;; *) echo "\${20}" ;; esac
  else
    ps -ww -o lstart= -p "$1" 2>/dev/null | tr -cs 'A-Za-z0-9' '_'
  fi
}
alive() {
  rest=\${1#*-}
  [ -n "\${rest%-*}" ] && [ "$(start_of "\${1%%-*}")" = "\${rest%-*}" ]
}
take_lock() {
  until ln -s "$1" lock 2>/dev/null; do
    holder=$(readlink lock) || continue
    if alive "$holder"; then sleep 0.02; continue; fi
    if ln -s "$1" "lock-$holder" 2>/dev/null; then
      [ "$(readlink lock)" != "$holder" ] || rm -f lock
      rm -f "lock-$holder"
    else
      claimant=$(readlink "lock-$holder") && ! alive "$claimant" && rm -f "lock-$holder"
      sleep 0.02
    fi
  done
}
postmaster() {
  home=$PWD
  if [ -f location ]; then IFS= read -r home < location || :; fi
  { read -r pid < "$home/cluster/postmaster.pid"; } 2>/dev/null || return 0
  if [ -r /proc/self/cmdline ]; then
    tr '\0' '\n' < "/proc/$pid/cmdline" 2>/dev/null | grep -Fqx -- "$home/cluster" && echo "$pid"
  else
    ps -ww -o command= -p "$pid" 2>/dev/null | grep -Fq -- "-D $home/cluster -p " && echo "$pid"
  fi
}

take_lock "$$-$(start_of $$)-watchdog"
rm -f "users/$2"
for user in users/*; do
  if alive "\${user#users/}"; then rm -f lock; exit 0; fi
done
tries=0
while [ -e starting ] && [ -z "$(postmaster)" ] && [ $tries -lt 50 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
server=$(postmaster)
if [ -n "$server" ]; then
  began=$(start_of "$server")
  kill -INT "$server"
  while [ -n "$began" ] && [ "$(start_of "$server")" = "$began" ]; do sleep 0.05; done
fi
rm -f starting lock
`.replaceAll('\\$', '$');

/** Starts the watchdog of this share, in its own session so that no signal to node's group reaches it. */
export function startWatchdog(control: ControlFolder, id: UserId): { letGo(): void } {
  let released = false;
  const launch = (): (() => void) => {
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'wlz-regie-watchdog', control.path, id], {
      detached: true,
      cwd: '/',
      env: plainEnvironment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.unref();
    if (child.stdin instanceof Socket) child.stdin.unref();
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.once('exit', () => {
      if (!released) closePipe = launch();
    });
    return () => child.stdin.destroy();
  };
  let closePipe = launch();
  return {
    letGo: () => {
      released = true;
      closePipe();
    },
  };
}
