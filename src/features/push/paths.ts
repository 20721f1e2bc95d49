// Every address of the feature.

export const pushPath = '/notices-on-devices'
export const devicesPath = '/notices-on-devices/devices'
export const deviceEndPath = (id: number): string => `${devicesPath}/${id}/removal`
export const trialPath = '/notices-on-devices/trial'
/** At the root: a service worker opens what lies below its own address. */
export const workerPath = '/push-worker.js'
