import { stopServer } from './server-process.mjs';

export default stopServer;
