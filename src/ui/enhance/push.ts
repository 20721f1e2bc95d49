// Allowing notices on this device: the browser asks its person, subscribes, and the form tells the server where to send them.
// <form data-push="public key" data-worker data-denied data-failed><p data-push-missing>…<button hidden>

const supported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

async function subscribe(form: HTMLFormElement): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(form.dataset['worker'] ?? '')
  await navigator.serviceWorker.ready
  // One that was made for another key (the installation was set up anew) would never be sent anything.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const applicationServerKey = bytesOf(form.dataset['push'] ?? '')
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}

const fill = (form: HTMLFormElement, values: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

function say(form: HTMLFormElement, sentence: string | undefined): void {
  const known = form.querySelector('.field-error')
  const place = known ?? document.createElement('p')
  place.className = 'field-error'
  place.setAttribute('role', 'alert')
  place.textContent = sentence ?? ''
  if (known === null) form.append(place)
}

async function allow(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  try {
    if ((await Notification.requestPermission()) !== 'granted') return say(form, form.dataset['denied'])
    const subscription = await subscribe(form)
    const keys = { p256dh: textOf(subscription.getKey('p256dh')), auth: textOf(subscription.getKey('auth')) }
    fill(form, { endpoint: subscription.endpoint, ...keys })
    form.submit()
  } catch {
    say(form, form.dataset['failed'])
  } finally {
    button.disabled = false
  }
}

export function offerPush(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-push]')) {
    const button = form.querySelector('button')
    if (button === null || !supported()) continue
    button.hidden = false
    form.querySelector('[data-push-missing]')?.remove()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void allow(form, button)
    })
  }
}
