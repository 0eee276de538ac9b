/** The signals that end a process from outside, and their numbers. */
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Runs work that writes files. A signal that ends the process meanwhile takes away what is written only in part, which
 * needs a process that exits; the exit code is that of a process ended by the signal.
 */
export async function heedingSignals<T>(work: () => Promise<T>): Promise<T> {
  const exits = Object.entries(signals).map(([signal, number]) => ({ signal, exit: () => process.exit(128 + number) }))
  for (const { signal, exit } of exits) process.once(signal, exit)
  try {
    return await work()
  } finally {
    for (const { signal, exit } of exits) process.off(signal, exit)
  }
}
