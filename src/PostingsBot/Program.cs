using PostingsBot.Commands;

return await CommandLine.RunAsync(args);
