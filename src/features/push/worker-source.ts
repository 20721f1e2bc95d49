// The service worker: shows what is pushed and opens it. Served as it stands, from the root, so that it may open every page.

export const workerSource = `// Vicinia: shows notices that this person allowed on this device, and opens them.
self.addEventListener('push', (event) => {
  const told = event.data === null ? {} : event.data.json()
  event.waitUntil(
    self.registration.showNotification(told.title ?? 'Vicinia', {
      body: told.body ?? '',
      lang: told.lang ?? '',
      tag: told.tag ?? '',
      data: { path: told.path ?? '/' },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const wanted = new URL(event.notification.data.path, self.location.origin)
  const address = wanted.origin === self.location.origin ? wanted.href : self.location.origin
  event.waitUntil(self.clients.openWindow(address))
})
`
