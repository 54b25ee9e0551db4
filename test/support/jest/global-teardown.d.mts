export default function stopServer(): Promise<void>;
