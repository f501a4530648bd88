declare module 'fs-native-extensions' {
  /**
   * Locks `length` bytes of an open file from `offset` on, for this file descriptor alone.
   *
   * @returns false when another file descriptor has locked one of them
   */
  export function tryLock(fd: number, offset: number, length: number): boolean;
}
