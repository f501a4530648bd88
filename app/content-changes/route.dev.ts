import { watchContent } from '@/lib/catalogue/content-watch';

/** Tells the live preview in a browser of every change of the content (https://html.spec.whatwg.org/#server-sent-events). */
export async function GET(request: Request): Promise<Response> {
  const { listeners } = await watchContent();
  const stream = new ReadableStream<string>({
    start(controller) {
      const tell = () => {
        controller.enqueue('data: changed\n\n');
      };
      listeners.add(tell);
      request.signal.addEventListener('abort', () => {
        listeners.delete(tell);
        controller.close();
      });
    },
  });
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' },
  });
}
