using Simulator.Commands;

return Cli.Run(args, CommandContext.OfConsole());
