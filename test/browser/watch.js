// Keeps count of what the content security policy has blocked.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  const seen = document.createElement('p')
  seen.className = 'violation'
  seen.textContent = `${effectiveDirective} ${blockedURI}`
  document.body.append(seen)
})
