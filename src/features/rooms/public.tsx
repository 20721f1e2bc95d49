// The front door: what features that keep something in rooms use of them.
export { roomCrumbs } from './draw-room.tsx'
export { inRoom, roomPath, roomsPath } from './paths.ts'
export { mayWriteIn } from './permissions.ts'
export type { Room, RoomMember } from './room.ts'
export { findRoom, getOwnRoom } from './store.ts'
export { findInventedRoom } from './store-demonstration.ts'
export { listMembers } from './store-people.ts'
export { RoomNotes, roomClass } from './views/room-notes.tsx'
