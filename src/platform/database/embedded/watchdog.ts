import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { ControlFolder } from './control-folder.js';
import { plainEnvironment } from './processes.js';
import type { UserId } from './users.js';

/**
 * Waits at the end of a pipe from node. When node is gone, however it went, the script takes back node's
 * registration and stops the server if nobody else lives who uses it: the same steps under the same lock as
 * `stop()`. POSIX sh, because it must outlive node and cost next to nothing.
 * Arguments: control folder, user id, cluster. `@` stands for `$`, which a template would take as its own.
 */
const SCRIPT = String.raw`
trap '' HUP INT TERM
word=
while read -r line; do word=@line; done
[ "@word" != bye ] || exit 0
me=@2 cluster=@3
cd "@1" || :

start_of() {
  if [ -r /proc/self/stat ]; then
    { read -r stat < "/proc/@1/stat"; } 2>/dev/null || return 0
    set -- @{stat##*) }
    case @1 in Z|X) ;; *) echo "@{20}" ;; esac
  else
    set -- @(ps -ww -o stat= -o lstart= -p "@1" 2>/dev/null | tr : _)
    case @1 in Z*|'') ;; *) echo "@2_@3_@4_@5_@6" ;; esac
  fi
}
alive() {
  began=@{1#*-}
  began=@{began%-*}
  [ -n "@began" ] && [ "@(start_of "@{1%%-*}")" = "@began" ]
}
take_lock() {
  until ln -s "@1" lock 2>/dev/null; do
    [ -d users ] || return 0
    holder=@(readlink lock) || continue
    if alive "@holder"; then sleep 0.02; continue; fi
    if ln -s "@1" "lock-@holder" 2>/dev/null; then
      [ "@(readlink lock)" != "@holder" ] || rm -f lock
      rm -f "lock-@holder"
    else
      claimant=@(readlink "lock-@holder") && ! alive "@claimant" && rm -f "lock-@holder"
      sleep 0.02
    fi
  done
}
postmaster() {
  { read -r pid < "@cluster/postmaster.pid"; } 2>/dev/null || return 0
  if [ -r /proc/self/cmdline ]; then
    { tr '\0' '\n' < "/proc/@pid/cmdline"; } 2>/dev/null | grep -Fqx -- "@cluster" && echo "@pid"
  else
    ps -ww -o command= -p "@pid" 2>/dev/null | grep -Fq -- "-D @cluster -p " && echo "@pid"
  fi
}

take_lock "@@-@(start_of @@)-watchdog"
rm -f "users/@me"
for user in users/*; do
  if alive "@{user#users/}"; then rm -f lock; exit 0; fi
done
tries=0
while [ -e starting ] && [ -z "@(postmaster)" ] && [ @tries -lt 50 ]; do
  sleep 0.1
  tries=@((tries + 1))
done
server=@(postmaster)
if [ -n "@server" ]; then
  began=@(start_of "@server")
  kill -INT "@server"
  while [ -n "@began" ] && [ "@(start_of "@server")" = "@began" ]; do sleep 0.05; done
fi
rm -f starting lock
`.replaceAll('@', '$');

export interface Watchdog {
  /** Our share is given up in an orderly way: nothing to do any more. */
  sendAway(): void;
}

/** Starts the watchdog of a share, in a session of its own so that no signal to node's group reaches it. */
export function startWatchdog(control: ControlFolder, id: UserId, cluster: string): Watchdog {
  let sentAway = false;
  const launch = (): Socket => {
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'wlz-regie-watchdog', control.path, id, cluster], {
      detached: true,
      cwd: '/',
      env: plainEnvironment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const pipe = child.stdin;
    if (!(pipe instanceof Socket)) throw new TypeError('A child process has a socket for its input.');
    child.unref();
    pipe.unref();
    for (const end of [child, pipe]) end.on('error', () => undefined);
    child.once('exit', () => {
      if (!sentAway) current = launch(); // somebody killed it
    });
    return pipe;
  };
  let current = launch();
  return {
    sendAway: () => {
      sentAway = true;
      current.end('bye\n');
    },
  };
}
