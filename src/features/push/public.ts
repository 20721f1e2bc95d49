// The front door: telling somebody on their devices.
export { pushTo } from './actions/push-to.ts'
