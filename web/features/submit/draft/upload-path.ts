/** The path of an upload at the gateway. */
export const uploadPath = /^\/files\/uploads\/[0-9a-f-]{36}$/;
