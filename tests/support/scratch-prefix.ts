/** Names of the folders that single tests make in the system's folder for temporary files. */
export const SCRATCH_PREFIX = "gegenlesen-test-";
