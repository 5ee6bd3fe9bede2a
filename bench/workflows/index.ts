export { publication } from '../../src/workflows';
export { floor } from './floor';
export { sameCommands } from './same-commands';
