import { send } from "./transport.js";

const limit = 25 * 1024 * 1024;

export class UploadError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// UP1
function refuseLarge(file) {
  if (file.size > limit) throw new UploadError("file_too_large");
}

export async function upload(file) {
  return send("/files", file);
}
