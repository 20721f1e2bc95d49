// The front door: telling somebody on their devices, and whether they have any.
export { type PushNotice, pushTo } from './actions/push-to.ts'
export { hasDevice } from './store-deliveries.ts'
