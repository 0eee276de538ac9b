interface Waiters {
  readonly all: Set<() => void>
  readonly handleEvent: () => void
}

/** Who waits for a signal. Nothing is decided by it: it only keeps the listeners of a signal to one. */
const waiting = new WeakMap<AbortSignal, Waiters>()

/**
 * Calls back when the signal aborts, unless the function that comes back is called first, once. However many wait for a
 * signal, it has one listener, since Node takes more than ten for a leak; when nobody waits any more it has none.
 */
export function onAbort(signal: AbortSignal, callBack: () => void): () => void {
  const waiters = waiting.get(signal) ?? listen(signal)
  waiters.all.add(callBack)
  return () => {
    waiters.all.delete(callBack)
    if (waiters.all.size > 0) return
    signal.removeEventListener('abort', waiters)
    waiting.delete(signal)
  }
}

function listen(signal: AbortSignal): Waiters {
  const all = new Set<() => void>()
  const waiters = { all, handleEvent: () => all.forEach((callBack) => void callBack()) }
  signal.addEventListener('abort', waiters)
  waiting.set(signal, waiters)
  return waiters
}
