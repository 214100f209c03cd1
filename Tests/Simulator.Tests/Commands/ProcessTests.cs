using System.Diagnostics;
using System.Text;

namespace Simulator.Commands;

/// <summary>The built program as its users start it, with everything redirected.</summary>
public class ProcessTests
{
    private static (int Code, byte[] Output, string Error) Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Cli).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "en_US.UTF-8" },
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    [Fact]
    public void Should_run_the_example_without_a_terminal()
    {
        (int code, byte[] output, string error) = Start();
        code.ShouldBe(0);
        error.ShouldContain("not a terminal");
        Encoding.UTF8.GetString(output).ShouldEndWith("40 checked, 40 match, 0 differ\n");
    }

    [Fact]
    public void Should_write_utf8_without_a_byte_order_mark()
    {
        (int code, byte[] output, _) = Start("list", "--lang", "ko");
        code.ShouldBe(0);
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(output).ShouldContain("손으로 따라가는 역전파");
        output[..3].ShouldNotBe([0xEF, 0xBB, 0xBF]);
    }

    [Fact]
    public void Should_exit_as_the_verbs_say()
    {
        using LessonFile changed = new(text => text.Replace("dE_total/dw5: 0.02592286", "dE_total/dw5: 0.02592287"));
        Start("check", changed.Path).Code.ShouldBe(1);
        (int code, byte[] output, string error) = Start("show", CommandLine.Lesson, "nothing");
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("'nothing'");
    }
}
