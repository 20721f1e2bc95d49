// The front door: telling somebody on their devices.
export { type PushNotice, pushTo } from './actions/push-to.ts'
