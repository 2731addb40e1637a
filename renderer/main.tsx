import { a } from "#bridge/a"; import { b } from "#ui/b"; console.log(a,b);
