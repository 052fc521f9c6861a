/** Sending an import and following its progress. XMLHttpRequest, because fetch tells nothing of sending. */

export type Side = "source" | "target";

export interface ImportFaultSeen {
  readonly code: string;
  readonly side?: Side | "both";
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type UploadProgress =
  | { readonly stage: "uploading"; readonly done: number; readonly total: number }
  | {
      readonly stage: "waiting" | "reading" | "detecting" | "aligning";
      readonly done: number;
      readonly total: number;
    };

export type UploadOutcome =
  | { readonly importId: string; readonly related: boolean }
  | { readonly error: ImportFaultSeen };

type Line = UploadOutcome | UploadProgress;

/** Sends the form. `signal` breaks it off: the server stops and keeps nothing. */
export function uploadImport(
  address: "/api/imports" | "/api/versions",
  form: FormData,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const reader = createLineReader();
    let outcome: UploadOutcome | null = null;
    const take = () => {
      for (const line of reader(request.responseText)) {
        if ("stage" in line) onProgress(line);
        else outcome = line;
      }
    };
    const fail = (code: string) => resolve({ error: { code } });
    request.open("POST", address);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ stage: "uploading", done: loaded, total: total || loaded });
    request.upload.onload = () => onProgress({ stage: "waiting", done: 0, total: 1 });
    request.onprogress = take;
    request.onerror = () => fail("offline");
    request.onabort = () => fail("cancelled");
    request.onload = () => {
      take();
      // A stream that ends without an outcome broke off on the server's side.
      resolve(outcome ?? { error: { code: request.status === 200 ? "offline" : "unknown" } });
    };
    if (signal.aborted) return fail("cancelled");
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

/** Gives the complete lines that were not given before; takes the whole text so far. */
function createLineReader(): (text: string) => readonly Line[] {
  let at = 0;
  return (text) => {
    const end = text.lastIndexOf("\n") + 1;
    // An answer that is no stream is one JSON object without a line end.
    const complete = end > at ? text.slice(at, end) : at === 0 && text.endsWith("}") ? text : "";
    at += complete.length;
    return complete
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  };
}
