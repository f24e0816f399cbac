/** The door of the workflow bundle: workflow functions and nothing else. */
export { conversationWorkflow } from './conversation';
export { zaloTokenWorkflow } from './zalo-token';
