using PostingsBot.Benchmarks;

if (args is ["startup", .. var rest])
    return await Startup.MeasureAsync(rest);
if (args is ["idle", .. var amount])
    return await Idle.MeasureAsync(amount);
if (args is ["fuzz", .. var bounds])
    return Fuzz.Run(bounds);

if (args is ["import", .. var sizes])
    return await PostingsBot.Benchmarks.Importing.ImportBenchmark.RunAsync(sizes);
if (args is ["framework", .. var seconds])
    return await PostingsBot.Benchmarks.Framework.FrameworkBenchmark.RunAsync(seconds);
if (args is ["echo-bot", .. var served])
    return await PostingsBot.Benchmarks.Framework.EchoBot.ServeAsync(served);
if (args is ["search", .. var catalogue])
    return await PostingsBot.Benchmarks.Search.SearchBenchmark.RunAsync(catalogue);
if (args is ["extension", .. var searched])
    return await PostingsBot.Benchmarks.Search.SearchBenchmark.RunAsync(searched, isExtensionOnly: true);
if (args is ["slack", .. var load])
    return await PostingsBot.Benchmarks.Slack.SlackBenchmark.RunAsync(load);
if (args is ["digests", .. var subscribed])
    return await PostingsBot.Benchmarks.Digests.DigestBenchmark.RunAsync(subscribed);
if (args is ["digest-faults", .. var faults])
    return await PostingsBot.Benchmarks.Digests.FaultBenchmark.RunAsync(faults);
if (args is ["digest-kills", .. var kills])
    return await PostingsBot.Benchmarks.Digests.Kills.KillBenchmark.RunAsync(kills);
if (args is ["digest-kill-worker", .. var record])
    return await PostingsBot.Benchmarks.Digests.Kills.KillWorker.RunAsync(record);
if (args is ["edits", .. var sequences])
    return await PostingsBot.Benchmarks.Recruiting.EditBenchmark.RunAsync(sequences);
if (args is ["peers", .. var many])
    return await PostingsBot.Benchmarks.Search.Peers.PeerBenchmark.RunAsync(many);

Micro.Run(args);
return 0;
