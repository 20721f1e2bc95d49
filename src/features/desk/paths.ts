// The address of the desk.
export const deskPath = '/desk'
