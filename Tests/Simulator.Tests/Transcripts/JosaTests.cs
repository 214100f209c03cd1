using Simulator.Transcripts;

namespace Simulator.Tests.Transcripts;

/// <summary>Particles by how Korean teachers read the names: z1 is 제트 일, h2 에이치 이, E total 토털.</summary>
public sealed class JosaTests
{
    [Theory]
    [InlineData("z1", "은", "z1은")]
    [InlineData("h2", "은", "h2는")]
    [InlineData("w3", "을", "w3을")]
    [InlineData("w5", "을", "w5를")]
    [InlineData("w6", "이", "w6이")]
    [InlineData("w9", "이", "w9가")]
    [InlineData("0.08", "과", "0.08과")]
    [InlineData("0.52", "과", "0.52와")]
    [InlineData("10", "은", "10은")]
    [InlineData("E total", "은", "E total은")]
    [InlineData("E total", "으로", "E total로")]
    [InlineData("z1", "으로", "z1로")]
    [InlineData("w3", "으로", "w3으로")]
    [InlineData("w4", "으로", "w4로")]
    [InlineData("sigmoid", "은", "sigmoid는")]
    [InlineData("L", "은", "L은")]
    [InlineData("n", "은", "n은")]
    [InlineData("x", "은", "x는")]
    [InlineData("NaN", "은", "NaN은")]
    [InlineData("알파", "는", "알파는")]
    [InlineData("w5에 대한 E total의 미분", "는", "w5에 대한 E total의 미분은")]
    [InlineData("W1의 2, 1번", "를", "W1의 2, 1번을")]
    [InlineData("(z1)", "는", "(z1)은")]
    [InlineData("z1", "에서", "z1에서")]
    public void Should_fit_the_particle_to_the_sound(string text, string particle, string expected) =>
        Josa.With(text, particle).ShouldBe(expected);
}
