// The control: what the page must not do is blocked, so that the check of the page can fail.
// biome-ignore lint/security/noGlobalEval: that it is blocked is what is to be seen
const attempts = [() => globalThis.eval('1'), () => new Function('return 1')()]

for (const attempt of attempts) {
  const made = document.createElement('pre')
  made.className = 'done'
  try {
    made.textContent = `ran: ${attempt()}`
  } catch (error) {
    made.textContent = error.name
  }
  document.body.append(made)
}
