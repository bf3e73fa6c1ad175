/** The object Microsoft's client looks for as `_richApiNativeBridge` before it loads. It fills in `onMessageFromHost`. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

/** Both ends of a bridge between a client and a host in the same process. */
export function makeBridge(answer: (text: string, reply: (text: string) => void) => void): {
  bridge: Bridge;
  push(text: string): void;
} {
  const bridge: Bridge = {
    sendMessageToHost: (text) => answer(text, (reply) => bridge.onMessageFromHost?.(reply)),
  };
  return { bridge, push: (text) => bridge.onMessageFromHost?.(text) };
}
