import { expose } from 'comlink';
import { WireService } from '../../src/workers/wire.js';
import { ScriptedService } from './scripted-service.js';

expose(new WireService(new ScriptedService()));
