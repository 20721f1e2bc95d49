// Buttons for passkeys: shown only where the browser knows them; the library arrives on the first press.
// <button data-passkey="sign-in" data-options-url data-verify-url data-failed="sentence" hidden>

const supported = (): boolean => 'PublicKeyCredential' in window

export function offerPasskeys(): void {
  if (!supported()) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
    button.hidden = false
    button.addEventListener('click', () => void press(button))
  }
}

async function press(button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  try {
    const { usePasskey } = await import('./passkey-exchange.ts')
    location.assign(await usePasskey(button))
  } catch {
    // Cancelled, timed out or refused: browsers do not say which, on purpose (WebAuthn, 14.5).
    button.disabled = false
    say(button)
  }
}

function say(button: HTMLButtonElement): void {
  const known = button.nextElementSibling
  const place = known?.matches('.field-error') ? known : document.createElement('p')
  place.className = 'field-error'
  place.setAttribute('role', 'alert')
  place.textContent = button.dataset.failed ?? ''
  button.after(place)
}
